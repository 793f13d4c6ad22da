// exercise: 5.9
// expect: solved
// note: names what may be thrown, and awaits in order by an index
var tasks = new ArrayList<Task<T>>(bodies.size());
try {
    Task.<Void>scope(scope -> {
        bodies.forEach(body -> tasks.add(scope.spawn("body " + tasks.size(), body)));
        return null;
    });
    var results = new ArrayList<T>(tasks.size());
    for (var i = 0; i < tasks.size(); i++) {
        results.add(tasks.get(i).await());
    }
    return results;
} catch (Exception | Error e) {
    closeResults(tasks, e);
    throw e;
}
