import 'package:mini_login/server_login.dart';
import 'package:test/test.dart';

class _Server implements LoginServer {
  _Server(this.onAnswer);
  final Future<ServerAnswer> Function(String text) onAnswer;
  final asked = <String>[];

  @override
  Future<BegunLogin> begin({String? lang}) async =>
      const BegunLogin('an-id', 'pages/login/login?v=1', Duration(minutes: 10));

  @override
  Future<ServerAnswer> answer(String id, DeliveredBy by, String text) {
    asked.add(text);
    return onAnswer(text);
  }
}

void main() {
  var now = DateTime.utc(2026);
  ServerLogin start(_Server server) => ServerLogin(
        server,
        wait: (pause) async => now = now.add(pause),
        now: () => now,
      );

  for (final value in <Object?>[null, '', 0, <String>[], <String, String>{}]) {
    test('$value is no answer, and ends nothing', () async {
      final server = _Server((_) async => const ServerSignedIn('session'));
      final login = start(server);
      await login.begin();
      expect(await login.receive(DeliveredBy.resp, value), isA<LoginWaiting>());
      expect(server.asked, isEmpty);
      expect(await login.receive(DeliveredBy.resp, 'the text'), isA<LoginSignedIn>());
    });
  }

  test('the text is sent again while the network is not back', () async {
    var tries = 0;
    final server = _Server((_) async {
      tries += 1;
      if (tries < 5) throw Exception('socket closed');
      return const ServerSignedIn('session');
    });
    final login = start(server);
    await login.begin();
    expect(await login.receive(DeliveredBy.resp, 'the text'), isA<LoginSignedIn>());
    expect(server.asked, hasLength(5));
  });

  test('an answer that may be anybody\'s leaves the login waiting', () async {
    final server = _Server(
      (text) async => text == 'forged'
          ? const ServerNotSignedIn('state_mismatch', pending: true)
          : const ServerSignedIn('session'),
    );
    final login = start(server);
    await login.begin();
    expect(await login.receive(DeliveredBy.showMessage, 'forged'), isA<LoginWaiting>());
    expect(await login.receive(DeliveredBy.resp, 'the text'), isA<LoginSignedIn>());
  });
}
