// exercise: 2.6
// expect: rejected
// note: says nothing at all
failing = true;
pause();
