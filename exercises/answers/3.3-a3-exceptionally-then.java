// exercise: 3.3
// expect: solved
// note: two stages: what failed is told and mended, and behind that everything goes well
failing = false;
CompletableFuture<Void> talk = echo(connection, options.readBufferSize(), options.observer());
conversations.put(connection, talk);
talk.exceptionally(failure -> {
            report(connection, failure);
            return null;
        })
        .thenRun(() -> {
            connection.close();
            conversations.remove(connection);
        });
