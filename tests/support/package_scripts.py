"""Scripts that use one package each, for tests/stress/packages.py; and what they all print."""

from __future__ import annotations

PROBE = r"""
def _probe():
    import sys, zlib, os, threading, logging, warnings
    ours = ("sitecustomize", "atexit")
    print("\n".join("module " + each for each in sys.modules if each not in ours))
    print("main", sorted(vars(sys.modules["__main__"])))
    print("threads", sorted(each.name for each in threading.enumerate()))
    print("path", sys.path)
    print("finders", [getattr(each, "__name__", type(each).__name__) for each in sys.meta_path
                      if "itecustomize" not in type(each).__module__])
    print("filters", len(warnings.filters))
    print("loggers", sorted(logging.Logger.manager.loggerDict))
    print("root", logging.root.handlers, logging.root.level)
    print("environment", sorted({*os.environ} - {"RUN_FLAG", "RELOADER_PID"}))
    print("folder", os.getcwd() == os.path.dirname(os.path.abspath(__file__)))
    for name, module in sorted(sys.modules.items()):
        if name in ours or name in ("__main__", "sys", "os", "posix"): continue
        try: own = sorted(object.__getattribute__(module, "__dict__"))
        except Exception: continue
        own = [each for each in own if each not in ("fork_exec", "_fork_exec")]
        print("names of", name, len(own), zlib.crc32(repr(own).encode()))
if __name__ == "__main__":  # not in a worker
    _probe()
"""

_SCRIPTS = """\
== numpy
import numpy as np
print(np.arange(6).reshape(2, 3).sum(axis=0), np.linalg.det([[1, 2], [3, 5]]))
== pandas
import pandas as pd
df = pd.DataFrame({'a': [1, 2, 3], 'b': list('xyx')})
print(df.groupby('b').sum(), df.describe())
== scipy
from scipy import optimize, stats
print(round(optimize.brentq(lambda x: x * x - 2, 0, 2), 6), stats.norm.cdf(0))
== pyplot
import matplotlib.pyplot as plt
plt.plot([1, 2])
plt.savefig('x.png')
print(plt.get_backend())
== matplotlib
import matplotlib
matplotlib.use('Agg')
from matplotlib import pyplot as plt
fig, ax = plt.subplots()
print(ax.get_xlim(), plt.get_backend())
== sklearn
from sklearn.linear_model import LinearRegression
print(LinearRegression().fit([[0], [1]], [0, 2]).coef_.round(3))
== seaborn
import seaborn as sns, matplotlib
matplotlib.use('Agg')
sns.set_theme()
print(len(sns.color_palette()))
== requests
import requests
print(requests.Request('GET', 'http://x/a', params={'b': 1}).prepare().url)
s = requests.Session()
== httpx
import httpx
print(httpx.Client().build_request('GET', 'http://x/').url)
== urllib3
import urllib3
print(urllib3.util.parse_url('http://a/b').host)
== flask
from flask import Flask
app = Flask(__name__)
@app.route('/')
def index(): return 'hello'
print(app.test_client().get('/').data)
== django
import os
from django.conf import settings
settings.configure(SECRET_KEY='x', ROOT_URLCONF=__name__, INSTALLED_APPS=[
    'django.contrib.contenttypes', 'django.contrib.auth'],
    DATABASES={'default': {'ENGINE': 'django.db.backends.sqlite3', 'NAME': ':memory:'}})
import django
django.setup()
from django.http import HttpResponse
from django.urls import path
urlpatterns = [path('', lambda r: HttpResponse('hi'))]
from django.test import Client
print(Client().get('/', SERVER_NAME='localhost').content)
== manage
import os
with open('own_settings.py', 'w') as file:
    file.write("SECRET_KEY = 'x'; TIME_ZONE = 'Europe/Vienna'\\n"
               "INSTALLED_APPS = ['django.contrib.contenttypes', 'django.contrib.auth']\\n")
os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'own_settings')
from django.core.management import execute_from_command_line
execute_from_command_line(['main.py', 'version'])
from django.contrib.auth.models import User
from django.views.generic import ListView
print(User._meta.label, os.environ['TZ'])
== fastapi
from fastapi import FastAPI
from pydantic import BaseModel
app = FastAPI()
class Item(BaseModel):
    name: str
@app.get('/')
def index(): return {'a': 1}
print(app.openapi()['paths'].keys(), Item(name='x'))
== uvicorn
import uvicorn
print(uvicorn.Config('main:app').port)
== pydantic
from pydantic import BaseModel, ValidationError
class A(BaseModel):
    x: int
try: A(x='y')
except ValidationError as e: print(e.error_count())
== sqlalchemy
from sqlalchemy import create_engine, text, Column, Integer
from sqlalchemy.orm import declarative_base, Session
Base = declarative_base()
class T(Base):
    __tablename__ = 't'
    id = Column(Integer, primary_key=True)
e = create_engine('sqlite://')
Base.metadata.create_all(e)
with Session(e) as s:
    s.add(T()); s.commit(); print(s.query(T).count())
== jinja2
from jinja2 import Template
print(Template('{{ a }}').render(a=1))
== click
import click
@click.command()
@click.option('--n', default=1)
def main(n): click.echo(n)
main(standalone_mode=False)
== typer
import typer
app = typer.Typer()
@app.command()
def main(n: int = 1): typer.echo(n)
app(standalone_mode=False)
== rich
from rich.console import Console
from rich.table import Table
t = Table('a'); t.add_row('1')
Console().print(t)
== tqdm
from tqdm import tqdm
print(sum(tqdm(range(3), disable=True)))
== pytest
import pytest
open('test_x.py', 'w').write('def test_a(): assert 1')
print(pytest.main(['-q', '-p', 'no:cacheprovider', '--no-header', '--tb=no', 'test_x.py']))
== attrs
import attr, attrs
@attrs.define
class A:
    x: int
print(A(1))
== yaml
import yaml
print(yaml.safe_load('a: [1, 2]'))
== lxml
from lxml import etree
print(etree.tostring(etree.fromstring('<a/>')))
== bs4
from bs4 import BeautifulSoup
print(BeautifulSoup('<a>x</a>', 'html.parser').a.text)
== PIL
from PIL import Image, ImageDraw
print(Image.new('RGB', (2, 2)).size)
== cv2
import cv2
print(cv2.__name__)
== pygame
import os
os.environ['SDL_VIDEODRIVER'] = 'dummy'
import pygame
print(pygame.Rect(0, 0, 1, 1))
== aiohttp
import aiohttp, asyncio
from aiohttp import web
app = web.Application()
print(len(app.router.routes()))
== trio
import trio
async def main(): await trio.sleep(0); print('trio')
trio.run(main)
== anyio
import anyio
async def main(): print(await anyio.to_thread.run_sync(lambda: 1))
anyio.run(main)
== redis
import redis
print(redis.Redis().connection_pool is not None)
== celery
from celery import Celery
app = Celery('x', broker='memory://')
@app.task
def add(a, b): return a + b
print(add(1, 2))
== boto3
import boto3
print(boto3.Session(region_name='eu-west-1').region_name)
== protobuf
from google.protobuf import struct_pb2
s = struct_pb2.Struct(); s['a'] = 1
print(s['a'])
== cryptography
from cryptography.fernet import Fernet
k = Fernet.generate_key()
print(Fernet(k).decrypt(Fernet(k).encrypt(b'a')))
== paramiko
import paramiko
print(paramiko.SSHClient() is not None)
== psutil
import psutil
print(psutil.Process().name()[:6])
== plotly
import plotly.graph_objects as go
print(len(go.Figure(go.Scatter(y=[1])).data))
== dash
from dash import Dash, html
app = Dash(__name__)
app.layout = html.Div('x')
print(app.title)
== openpyxl
from openpyxl import Workbook
w = Workbook(); w.active['A1'] = 1
print(w.active['A1'].value)
== polars
import polars as pl
print(pl.DataFrame({'a': [1, 2]}).sum().item())
== pyarrow
import pyarrow as pa
print(pa.array([1, 2]).sum())
== duckdb
import duckdb
print(duckdb.sql('select 1').fetchall())
== networkx
import networkx as nx
print(nx.shortest_path(nx.path_graph(3), 0, 2))
== sympy
from sympy import symbols, diff
x = symbols('x')
print(diff(x ** 2, x))
== nltk
import nltk
print(nltk.edit_distance('a', 'b'))
== dateutil
from dateutil import parser, tz, relativedelta
print(parser.parse('2020-01-02'), tz.UTC)
== dotenv
from dotenv import load_dotenv
open('.env', 'w').write('WORD=1')
load_dotenv()
import os
print(os.environ.get('WORD'))
== loguru
from loguru import logger
import sys
logger.remove(); logger.add(sys.stdout, format='{message}')
logger.info('x')
== colorama
import colorama
colorama.init()
print(colorama.Fore.RED + 'x' + colorama.Style.RESET_ALL)
== textual
from textual.app import App
class A(App): pass
print(A.__name__)
== prompt_toolkit
from prompt_toolkit import PromptSession, print_formatted_text
from prompt_toolkit.document import Document
print(Document('a').text)
== IPython
from IPython.core.interactiveshell import InteractiveShell
from IPython.display import HTML
print(HTML('x').data)
== streamlit
import streamlit as st
print(st.__name__)
== marshmallow
from marshmallow import Schema, fields
class S(Schema):
    a = fields.Int()
print(S().load({'a': 1}))
== orjson
import orjson
print(orjson.dumps({'a': 1}))
== tabulate
from tabulate import tabulate
print(tabulate([[1, 2]]))
== websockets
import websockets
print(websockets.__name__, websockets.connect.__name__)
== tornado
import tornado.web, tornado.ioloop
print(tornado.web.Application([]).settings)
== pymongo
from pymongo import MongoClient
import bson
print(bson.encode({'a': 1})[:4])
"""
SCRIPTS = {each.partition("\n")[0]: each.partition("\n")[2] for each in _SCRIPTS.split("== ")[1:]}
