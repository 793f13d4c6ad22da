// exercise: 3.3
// expect: rejected
// note: an observer that ignores what it is told instead of the options'
failing = false;
var conversation = echo(connection, options.readBufferSize(), _ -> {});
conversations.put(connection, conversation);
conversation.whenComplete((_, failure) -> {
    report(connection, failure);
    connection.close();
    conversations.remove(connection);
});
