// exercise: 3.3
// expect: rejected
// note: exceptionally alone: a conversation that ends well is never closed
failing = false;
var conversation = echo(connection, options.readBufferSize(), options.observer());
conversations.put(connection, conversation);
conversation.exceptionally(failure -> {
    report(connection, failure);
    connection.close();
    conversations.remove(connection);
    return null;
});
