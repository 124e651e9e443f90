@echo off
rem Starts the Perceiver's command line. Needs a Java runtime 17 or newer, from JAVA_HOME or the PATH.
rem PERCEIVER_JAVA_OPTIONS: more options for the Java runtime, such as -Xmx8g.
setlocal

if defined JAVA_HOME (
  set "java=%JAVA_HOME%\bin\java.exe"
) else (
  set "java=java.exe"
)
"%java%" -version >nul 2>&1
if errorlevel 1 (
  echo perceiver: no Java found; install a Java runtime 17 or newer, or set JAVA_HOME to one. 1>&2
  exit /b 1
)
for %%I in ("%~dp0..") do set "home=%%~fI"

"%java%" -Djava.awt.headless=true -Dai.djl.offline=true -DOPT_OUT_TRACKING=true ^
  "-Dperceiver.home=%home%" %PERCEIVER_JAVA_OPTIONS% ^
  -cp "%home%\lib\*" io.perceiver.cli.PerceiverCommand %*
exit /b %errorlevel%
