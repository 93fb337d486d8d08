@echo off
node "%~dp0node\cli\main.mjs" %*
