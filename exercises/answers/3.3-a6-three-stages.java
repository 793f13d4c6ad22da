// exercise: 3.3
// expect: solved
// note: a stage for each of the three, one behind the other
failing = false;
var conversation = echo(connection, options.readBufferSize(), options.observer());
conversations.put(connection, conversation);
conversation
        .whenComplete((_, failure) -> report(connection, failure))
        .whenComplete((_, _) -> connection.close())
        .whenComplete((_, _) -> conversations.remove(connection));
