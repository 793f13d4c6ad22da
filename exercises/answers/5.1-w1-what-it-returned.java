// exercise: 5.1
// expect: rejected
// note: gives what the function returned, and never says why
return returned;
