"""What an error means, of tables and models as classes: SQLAlchemy, pydantic, in English:
see sentence.py."""

from __future__ import annotations

from reloader_core.explain.kinds.diagnosis import Kind

DATABASE_SENTENCES: dict[Kind, str] = {
    Kind.ORM_OPEN: (
        "Line {line} cannot open the database's file: its folder is not there, or nothing may be"
        " written in it. A name without a folder is looked for in the working folder."
    ),
    Kind.SQL_LOCKED: (
        "Line {line} has to wait for somebody else who writes to the database, and that took too"
        " long. Close other programs that have it open, and end what the script writes with"
        " .commit()."
    ),
    Kind.SQL_NO_COLUMN: (
        "The table '{table}' has no column '{column}'. Check how it is written; a table that is"
        " there already is left as it was by CREATE TABLE IF NOT EXISTS."
    ),
    Kind.SQL_FOREIGN: (
        "Line {line} would leave a row that points to another row which is not there. Add that one"
        " first, or delete first what points to it."
    ),
    Kind.SQL_INCOMPLETE: (
        "The SQL statement of line {line} ends too early. Look for a bracket or quote that is not"
        " closed."
    ),
    Kind.SQL_AMBIGUOUS: (
        "More than one of the tables has a column '{column}'. Write the table before it:"
        " table.{column}"
    ),
    Kind.ORM_TABLE: (
        "The database has no table '{table}' yet. Let it be made before line {line}, and below all"
        " classes of tables: Base.metadata.create_all(engine), or with Flask: db.create_all()"
    ),
    Kind.ORM_COLUMN: (
        "The table in the database has no column '{column}': it is older than the class."
        " create_all() changes no table that is there. If nothing in it is needed, delete the"
        " database's file, and let it be made anew."
    ),
    Kind.ORM_NO_KEY: (
        "The class {name} has no primary key, and each table needs one. Write in the class: id ="
        " Column(Integer, primary_key=True)"
    ),
    Kind.ORM_NO_TABLE: (
        "The class {name} does not say which table it is. Write in the class, as its first line:"
        ' __tablename__ = "..."'
    ),
    Kind.ORM_TABLE_TWICE: (
        "The table '{table}' is defined a second time. Two classes have this __tablename__, or the"
        " file of the class runs twice, because it is imported by two names."
    ),
    Kind.ORM_RESERVED: (
        "SQLAlchemy keeps the name '{name}' for itself. Give this attribute another name."
    ),
    Kind.ORM_MAPPED: (
        "The type of {name} has to be written in Mapped[...], as in: id: Mapped[int] ="
        " mapped_column(primary_key=True)"
    ),
    Kind.ORM_DETACHED: (
        "Line {line} uses an object whose session is over, and its values have to be read anew. Use"
        " it before the session ends, or make the session with expire_on_commit=False."
    ),
    Kind.ORM_DETACHED_PART: (
        "Line {line} reads .{attribute} of an object whose session is over, and that was not read"
        " before. Read it while the session is open."
    ),
    Kind.ORM_ROLLBACK: (
        "Something that this session did before line {line} has failed, and it does nothing more"
        " until it is told to forget that: session.rollback(), where the error was caught."
    ),
    Kind.ORM_TEXT: (
        'In line {line}, SQL that is written as text goes through text(): execute(text("...")), and'
        " at the top of the file: from sqlalchemy import text"
    ),
    Kind.ORM_NO_FIELD: (
        "'{table}' has no column or relationship called '{name}'. Check how it is written in its"
        " class."
    ),
    Kind.ORM_URL: (
        "What line {line} takes for the address of a database is none. A file is written as in:"
        ' create_engine("sqlite:///shop.db")'
    ),
    Kind.ORM_DIALECT: "An address of a database does not begin with '{name}'. Write: {instead}",
    Kind.ORM_CLASS_NAME: (
        "A relationship() asks for a class '{name}', and no class of a table is called so. Check"
        " how it is written, and import the file of that class, too."
    ),
    Kind.ORM_NO_FOREIGN: (
        "Nothing says how the two tables of {what} belong together. One of them needs a column with"
        ' a ForeignKey("table.id").'
    ),
    Kind.ORM_FOREIGN_TABLE: (
        "The ForeignKey of {column} names a table '{table}', and no class that was loaded has it."
        " It takes the __tablename__ of a class, and not the class's name."
    ),
    Kind.ORM_NONE_FOUND: (
        "Line {line} asks for exactly one row, and there is none. Use .first() or .one_or_none(),"
        " which give None then."
    ),
    Kind.ORM_SEVERAL: (
        "Line {line} asks for exactly one row, and there are more. Ask for something that only one"
        " has, or use .all() or .first()."
    ),
    Kind.ORM_ADD_LIST: (
        "One object of a class of a table is what add() takes, and here it gets {type}. For several"
        " objects in a list, use add_all()."
    ),
    Kind.ORM_ADD_CLASS: (
        "add() takes an object, and gets the class {name} itself. Make one of it first: {name}(...)"
    ),
    Kind.ORM_DATE: (
        "A column for dates and times takes those of the module datetime, and no text ({text}). For"
        ' a text such as "2024-05-31", write: datetime.date.fromisoformat(...)'
    ),
    Kind.BY_NAME_ONLY: "{name}() takes its values by their names. Write them as in: {instead}",
    Kind.MODEL_MISSING: (
        "{name} needs a value for each of its fields, and these are missing: {missing}. Give them,"
        " or give the fields a default in the class."
    ),
    Kind.MODEL_TYPE: (
        "'{what}' of {name} is to be {type}, and gets {value}. Look where that value comes from."
    ),
    Kind.MODEL_RULE: (
        "'{what}' of {name} gets {value}, which its class does not allow: {text}. Change the value,"
        " or the rule in the class."
    ),
    Kind.MODEL_EXTRA: (
        "{name} has no field '{what}', and allows no others. Check how it is written, or add it to"
        " the class."
    ),
    Kind.MODEL_FROZEN: (
        "{name} is made so that its fields cannot be changed (frozen). Make a new one:"
        " .model_copy(update={{...}})"
    ),
    Kind.MODEL_OF: (
        '{name} is made of a dictionary here, and gets {value}. Give a dictionary, as in {{"name":'
        ' "Ann"}}, or the values by name.'
    ),
    Kind.MODEL_ANNOTATION: (
        "In a class of pydantic's, each field has its type behind a colon, and '{name}' has none."
        " Write it as in: {name}: str = ..."
    ),
    Kind.MODEL_NO_FIELD: (
        "{name} has no field '{what}', so it cannot be given a value. Check how it is written, or"
        " add the field to the class."
    ),
    Kind.MODEL_CLASS: (
        "pydantic cannot check a value of the class {name}. Make it a class of pydantic's"
        " (BaseModel), or write in the class that has it: model_config ="
        ' {{"arbitrary_types_allowed": True}}'
    ),
}
