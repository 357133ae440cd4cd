import ssl

context = ssl.create_default_context()
assert len(context.get_ca_certs()) or ssl.get_default_verify_paths().capath
print("ok")
