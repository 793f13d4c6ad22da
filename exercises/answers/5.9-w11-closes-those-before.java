// exercise: 5.9
// expect: rejected
// note: closes only the results before the first that failed
var tasks = new ArrayList<Task<T>>();
try {
    Task.scope(scope -> {
        for (var body : bodies) {
            tasks.add(scope.spawn("gather " + tasks.size(), body));
        }
        return null;
    });
    var results = new ArrayList<T>();
    for (var task : tasks) {
        results.add(task.await());
    }
    return results;
} catch (Throwable e) {
    var count = 0;
    while (count < tasks.size() && tasks.get(count).resultOrNull() != null) {
        count++;
    }
    closeResults(tasks.subList(0, count), e);
    throw e;
}
