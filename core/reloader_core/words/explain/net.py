"""What an error means, of the web as scripts read it: requests, httpx, urllib, bs4, in English:
see sentence.py."""

from __future__ import annotations

from reloader_core.explain.kinds.diagnosis import Kind

NET_SENTENCES: dict[Kind, str] = {
    Kind.RESPONSE_PAGE: (
        "Line {line} reads JSON from an answer of the web, and what came begins with <: it is a"
        " page, and no JSON. Print .status_code and .text of the answer to see what it says."
    ),
    Kind.RESPONSE_EMPTY: (
        "Line {line} reads JSON from an answer of the web, and nothing is in it. Print .status_code"
        " of the answer to see why."
    ),
    Kind.RESPONSE_OTHER: (
        "Line {line} reads JSON from an answer of the web, and what came is none. Print"
        " .status_code and .text of the answer to see what it says."
    ),
    Kind.HTTP_NOT_FOUND: (
        "The server answers line {line} with {status}: it has nothing at this address. Check the"
        " address, letter by letter, and whether what is asked for in it is there."
    ),
    Kind.HTTP_NO_ENTRY: (
        "The server answers line {line} with {status}: it does not let this script in. A key or a"
        " login may be missing or wrong; some servers want the header User-Agent of a browser."
    ),
    Kind.HTTP_TOO_MANY: (
        "The server answers line {line} with {status}: it was asked too often. Let the script wait"
        " between its questions: time.sleep(1)"
    ),
    Kind.HTTP_SERVER: (
        "The server answers line {line} with {status}: something went wrong on its side. Try again"
        " later; if it stays so, look at what the script sends."
    ),
    Kind.HTTP_REFUSED: (
        "The server answers line {line} with {status}: it does not accept what the script sends."
        " What it answers often says why: print .text of the answer, or for urllib, .read() of the"
        " error."
    ),
    Kind.HTTP_MOVED: (
        "The server answers line {line} with {status}: the page is at another address. Let httpx go"
        " there: follow_redirects=True"
    ),
    Kind.TOO_SLOW: (
        "No answer has come in time to what line {line} asks for. Try again, or give it more time,"
        " as in: timeout=30"
    ),
    Kind.CONNECTION_CUT: (
        "The server has ended the connection of line {line} without an answer. Try again later;"
        " some servers do so to scripts, and answer when the header User-Agent is that of a"
        " browser."
    ),
    Kind.ADDRESS_WRONG: (
        "The address that line {line} asks for is not complete, or is written in a way that no"
        " server can have. Print it, and compare it with: https://example.com/page"
    ),
    Kind.REDIRECTS: (
        "The server sends line {line} from one address to the next without end. Open the address in"
        " a browser; a login or a cookie may be missing."
    ),
    Kind.CERTIFICATE: (
        "The server that line {line} asks cannot prove that it is the right one. Check the address"
        " and this computer's clock; on a Mac, run 'Install Certificates.command' in Python's"
        " folder once."
    ),
    Kind.HEADER_VALUE: (
        "A header's value is text, and that of {name} is {type} here. Write: str(...)"
    ),
    Kind.SOUP_LIST: (
        "find_all() and select() give a list of tags, and .{attribute} belongs to each of them. Go"
        " through the list with 'for', or take the first one with find() or select_one()."
    ),
    Kind.TAG_NO_KEY: (
        "One of the tags has no {key}. Ask for it by .get({key}), which gives None then, and leave"
        " such a tag out."
    ),
    Kind.PARSER_NONE: (
        "BeautifulSoup knows no parser '{name}'. Write \"html.parser\", which is always there."
    ),
    Kind.SOUP_OF_ANSWER: (
        "BeautifulSoup reads the text of an answer, and {what} is the answer itself. Write:"
        " {what}.text"
    ),
    Kind.SELECTOR_WRONG: (
        "The selector in line {line} cannot be read. Look for a bracket or quote that is not"
        ' closed, and a sign too many; a class is written as in "div.price".'
    ),
    Kind.XML_WRONG: (
        "What is read as XML breaks its rules at line {number}, column {column}. Look there for a"
        " tag that is not closed, or for & and < that are meant as text. Pages of the web are"
        " seldom XML: read them with BeautifulSoup."
    ),
    Kind.XML_EMPTY: (
        "What line {line} reads as XML has nothing in it, or ends too early. Print it to see what"
        " it is."
    ),
}
