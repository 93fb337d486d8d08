import 'package:fluwx/fluwx.dart';

import 'server_login.dart';

/// Gets every delivery; the text may be null.
typedef OnDelivery = void Function(DeliveredBy by, String? text);

/// WeChat, for one app. Keep one for the life of the app: a subscriber that comes too late misses
/// the answer.
class Wechat {
  Wechat(this._onDelivery, {Fluwx? fluwx}) : _fluwx = fluwx ?? Fluwx() {
    _fluwx.addSubscriber(_receive);
  }

  final Fluwx _fluwx;
  final OnDelivery _onDelivery;

  /// Before anything else. HarmonyOS learns where its answers go only from what follows at once:
  /// without it the first answer after a cold start is lost (fluwx #773).
  Future<void> setUp({required String appId, String? universalLink}) async {
    await _fluwx.registerApi(appId: appId, universalLink: universalLink);
    await _fluwx.attemptToResumeMsgFromWx();
  }

  /// Opens the mini program; [path] is as the server made it, already encoded. False when WeChat is
  /// not installed, or refused.
  Future<bool> openMiniProgram({
    required String userName,
    required String path,
    WXMiniProgramType type = WXMiniProgramType.release,
  }) async {
    if (!await _fluwx.isWeChatInstalled) return false;
    return _fluwx.open(
      target: MiniProgram(username: userName, path: path, miniProgramType: type),
    );
  }

  void dispose() => _fluwx.removeSubscriber(_receive);

  void _receive(WeChatResponse response) {
    switch (response) {
      // WeChat went back by itself. errCode says nothing.
      case WeChatLaunchMiniProgramResponse(:final extMsg):
        _onDelivery(DeliveredBy.resp, extMsg);
      // The program's button: Android.
      case WeChatShowMessageFromWXRequest(:final extMsg):
        _onDelivery(DeliveredBy.showMessage, extMsg);
      // The program's button: iOS and HarmonyOS.
      case WeChatLaunchFromWXRequest(:final extMsg):
        _onDelivery(DeliveredBy.showMessage, extMsg);
      default:
        break;
    }
  }
}
