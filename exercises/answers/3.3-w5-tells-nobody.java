// exercise: 3.3
// expect: rejected
// note: closes, but reports nothing: a handler that fails leaves no trace
failing = false;
var conversation = echo(connection, options.readBufferSize(), options.observer());
conversations.put(connection, conversation);
conversation.whenComplete((_, _) -> {
    connection.close();
    conversations.remove(connection);
});
