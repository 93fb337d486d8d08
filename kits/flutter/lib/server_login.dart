/// How WeChat handed the text over, as the app's server is told.
enum DeliveredBy {
  resp('WXLaunchMiniProgram.Resp'),
  showMessage('ShowMessageFromWX.Req');

  const DeliveredBy(this.wechatName);
  final String wechatName;
}

/// `POST /wechat-login`: 201 with this. [path] goes to WeChat as it is.
class BegunLogin {
  const BegunLogin(this.id, this.path, this.expiresIn);
  final String id;
  final String path;
  final Duration expiresIn;
}

/// `POST /wechat-login/<id>/answer`: 200, or the error of another status.
sealed class ServerAnswer {
  const ServerAnswer();
}

class ServerSignedIn extends ServerAnswer {
  const ServerSignedIn(this.session);

  /// What your server returned.
  final Object session;
}

class ServerNotSignedIn extends ServerAnswer {
  const ServerNotSignedIn(this.code, {required this.pending});
  final String code;
  final bool pending;
}

/// The app's own server. A future that ends in an [Exception] means that there was no answer.
abstract interface class LoginServer {
  Future<BegunLogin> begin({String? lang});
  Future<ServerAnswer> answer(String id, DeliveredBy by, String text);
}

/// What a delivery led to.
sealed class LoginStep {
  const LoginStep();
}

class LoginSignedIn extends LoginStep {
  const LoginSignedIn(this.session);
  final Object session;
}

class LoginNotSignedIn extends LoginStep {
  const LoginNotSignedIn(this.code);
  final String code;
}

/// Nothing was decided: go on waiting.
class LoginWaiting extends LoginStep {
  const LoginWaiting();
}

class _Pending {
  const _Pending(this.id, this.endsAt);
  final String id;
  final DateTime endsAt;
}

/// A login that the app's server verifies; one at a time, in memory only.
///
/// WeChat hands a text over once, often before the phone's network is back: so it is kept and sent
/// again until the launch's ten minutes are over. The server gives the same text the same outcome,
/// so a reply that was lost costs nothing.
class ServerLogin {
  ServerLogin(
    this._server, {
    Future<void> Function(Duration)? wait,
    DateTime Function()? now,
  })  : _wait = wait ?? ((pause) => Future<void>.delayed(pause)),
        _now = now ?? DateTime.now;

  static const _firstPause = Duration(milliseconds: 500);
  static const _longestPause = Duration(seconds: 15);

  final LoginServer _server;
  final Future<void> Function(Duration) _wait;
  final DateTime Function() _now;
  _Pending? _pending;

  bool get isPending => _pending != null;

  /// The `path` for WeChat. A new login takes the place of the one before.
  Future<String> begin({String? lang}) async {
    final begun = await _server.begin(lang: lang);
    _pending = _Pending(begun.id, _now().add(begun.expiresIn));
    return begun.path;
  }

  void cancel() => _pending = null;

  /// [value] is what fluwx hands over. Only a text that is not empty is an answer.
  Future<LoginStep> receive(DeliveredBy by, Object? value) async {
    final mine = _pending;
    if (mine == null || value is! String || value.isEmpty) return const LoginWaiting();
    var pause = _firstPause;
    while (identical(_pending, mine)) {
      final answer = await _ask(mine.id, by, value);
      if (!identical(_pending, mine)) break;
      if (answer != null) return _conclude(answer);
      if (_now().add(pause).isAfter(mine.endsAt)) {
        _pending = null;
        return const LoginNotSignedIn('network');
      }
      await _wait(pause);
      pause = pause * 2 < _longestPause ? pause * 2 : _longestPause;
    }
    return const LoginWaiting();
  }

  Future<ServerAnswer?> _ask(String id, DeliveredBy by, String text) async {
    try {
      return await _server.answer(id, by, text);
    } on Exception {
      return null;
    }
  }

  LoginStep _conclude(ServerAnswer answer) {
    switch (answer) {
      case ServerSignedIn(:final session):
        _pending = null;
        return LoginSignedIn(session);
      case ServerNotSignedIn(pending: true):
        return const LoginWaiting();
      case ServerNotSignedIn(:final code):
        _pending = null;
        return LoginNotSignedIn(code);
    }
  }
}
