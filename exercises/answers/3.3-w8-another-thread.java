// exercise: 3.3
// expect: rejected
// note: whenCompleteAsync: a thread of the common pool closes, and writes to the map that the loop reads
failing = false;
var conversation = echo(connection, options.readBufferSize(), options.observer());
conversations.put(connection, conversation);
conversation.whenCompleteAsync((_, failure) -> {
    report(connection, failure);
    connection.close();
    conversations.remove(connection);
});
