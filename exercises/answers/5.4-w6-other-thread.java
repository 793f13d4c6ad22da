// exercise: 5.4
// expect: rejected
// note: has other threads run them
inbox.moveTo(ready);
for (var count = ready.size(); count > 0; count--) {
    var runnable = ready.remove();
    java.util.concurrent.ForkJoinPool.commonPool().execute(() -> run(runnable));
}
