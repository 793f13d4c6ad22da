// exercise: 3.3
// expect: solved
// note: what is noted is the conversation with its close; the note goes in a stage behind it
failing = false;
var whole =
        echo(connection, options.readBufferSize(), options.observer())
                .whenComplete((_, failure) -> {
                    report(connection, failure);
                    connection.close();
                });
conversations.put(connection, whole);
whole.whenComplete((_, _) -> conversations.remove(connection));
