// exercise: 3.3
// expect: solved
// note: handle instead of whenComplete, and the other way round: forgotten, closed, told
var conversation = echo(connection, options.readBufferSize(), options.observer());
conversations.put(connection, conversation);
conversation.handle((_, failure) -> {
    conversations.remove(connection, conversation);
    connection.close();
    report(connection, failure);
    return null;
});
failing = false;
