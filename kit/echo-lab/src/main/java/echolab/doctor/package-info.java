/// What this machine has and lacks for the course. The command line uses it; it uses `echolab.process` alone.
package echolab.doctor;
