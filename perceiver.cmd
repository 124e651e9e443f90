@echo off
rem Runs the Perceiver from its sources: builds it, then starts it with the arguments given, in the
rem caller's folder. Needs a JDK 17 or newer. After a change, delete perceiver-cli\target to build anew.
setlocal
set "root=%~dp0"
set "distribution=%root%perceiver-cli\target\perceiver"

if not exist "%distribution%\bin\perceiver.cmd" (
  echo building perceiver ^(first run: a minute or two^) ... 1>&2
  pushd "%root%"
  call mvnw.cmd -B -q -Dmaven.test.skip=true -Dspotless.check.skip -Dperceiver.zip.skip=true package -pl perceiver-cli -am 1>&2
  if errorlevel 1 (
    popd
    echo perceiver: the build failed; the messages above say why. 1>&2
    exit /b 1
  )
  popd
)
call "%distribution%\bin\perceiver.cmd" %*
exit /b %errorlevel%
