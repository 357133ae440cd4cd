"""What numpy, pandas, matplotlib, seaborn and scikit-learn say of arrays, tables, plots and
models. Each file's RULES are asked first, whatever has happened."""
