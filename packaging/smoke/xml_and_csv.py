import csv
import io
import xml.etree.ElementTree

assert xml.etree.ElementTree.fromstring("<a><b/></a>")[0].tag == "b"
assert list(csv.reader(io.StringIO('1,"2,3"'))) == [["1", "2,3"]]
print("ok")
