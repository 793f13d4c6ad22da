// exercise: 3.3
// expect: rejected
// note: cut() instead of close(): who leaves takes all with him
failing = false;
var conversation = echo(connection, options.readBufferSize(), options.observer());
conversations.put(connection, conversation);
conversation.whenComplete((_, failure) -> {
    report(connection, failure);
    cut();
    conversations.remove(connection);
});
