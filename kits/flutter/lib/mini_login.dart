export 'server_login.dart';
export 'wechat.dart';
