// exercise: 3.3
// expect: rejected
// note: waits for the end, in the loop's thread
failing = false;
var conversation = echo(connection, options.readBufferSize(), options.observer());
conversations.put(connection, conversation);
try {
    conversation.join();
    report(connection, null);
} catch (RuntimeException e) {
    report(connection, e);
} finally {
    connection.close();
    conversations.remove(connection);
}
