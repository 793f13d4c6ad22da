// exercise: 5.11
// expect: solved
// note: a list and a semaphore that counts what is in it
    private static final class Member {
        final Stream stream;
        final java.util.ArrayDeque<String> unread = new java.util.ArrayDeque<>();
        final java.util.concurrent.Semaphore count = new java.util.concurrent.Semaphore(0);

        Member(Stream stream) {
            this.stream = stream;
        }
    }

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
        var member = new Member(stream);
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
        var out = new LineWriter(member.stream);
        while (true) {
            member.count.acquire();
            out.write(member.unread.removeFirst());
        }
    }

    private void say(Member speaker, String line) {
        for (var member : java.util.List.copyOf(members)) {
            if (member == speaker) {
                continue;
            }
            if (member.unread.size() == 64) {
                members.remove(member);
                member.stream.close();
            } else {
                member.unread.addLast(line);
                member.count.release();
            }
        }
    }
