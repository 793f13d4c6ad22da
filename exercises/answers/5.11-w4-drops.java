// exercise: 5.11
// expect: rejected
// note: what does not fit is dropped
    private record Member(String name, Stream stream, BlockingQueue<String> unread) {}

    private final Set<Member> members = new LinkedHashSet<>();

    Void open(Listener listener) throws Exception {
        try {
            listener.serveForever(this::welcome);
        } finally {
            listener.close(Duration.ofMillis(500));
        }
        return null;
    }

    private void welcome(Stream stream) throws Exception {
        new LineWriter(stream).write("What is your name?");
        var name = stream.readLine();
        if (name == null) {
            return;
        }
        var member = new Member(name, stream, new java.util.concurrent.ArrayBlockingQueue<>(64));
        members.add(member);
        say(member, name + " has come");
        try {
            Task.scope(scope -> {
                scope.spawn("deliver", () -> deliver(member));
                for (var line = stream.readLine(); line != null; line = stream.readLine()) {
                    say(member, name + ": " + line);
                    Task.yield();
                }
                scope.cancel();
                return null;
            });
        } finally {
            members.remove(member);
            say(member, name + " has left");
        }
    }

    private void deliver(Member member) throws Exception {
        var out = new LineWriter(member.stream());
        while (true) {
            out.write(member.unread().take());
        }
    }

    private void say(Member speaker, String line) {
        for (var member : java.util.List.copyOf(members)) {
            if (member != speaker) {
                member.unread().offer(line);
            }
        }
    }
