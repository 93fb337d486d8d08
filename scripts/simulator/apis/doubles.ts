const permissions = '`permissions`';
const cloud = "the cloud double's people";

/**
 * What has something outside of the program behind it, which stands in for it here, and what a test
 * says about that.
 */
export const DOUBLES: Readonly<Record<string, string>> = {
  authorize: permissions,
  getSetting: permissions,
  openSetting: permissions,
  login: cloud,
  checkSession: cloud,
  getUserInfo: 'nobody',
  getUserProfile: 'nobody',
  getLocation: '`surroundings.location`, `permissions`',
  chooseLocation: '`surroundings.places`',
  chooseMedia: '`surroundings.album`',
  chooseImage: '`surroundings.album`',
  saveImageToPhotosAlbum: '`surroundings.album`, `permissions`',
  previewImage: 'a page of WeChat’s',
  request: '`route`, `hosts`',
  uploadFile: '`hosts`',
  downloadFile: '`hosts`',
  connectSocket: '`surroundings.sockets`',
  sendSocketMessage: '`surroundings.sockets`',
  closeSocket: '`surroundings.sockets`',
  onSocketOpen: '`surroundings.sockets`',
  onSocketMessage: '`surroundings.sockets`',
  onSocketError: '`surroundings.sockets`',
  onSocketClose: '`surroundings.sockets`',
  getFileSystemManager: 'files of the phone, in memory',
  navigateToMiniProgram: 'a sheet; the other program is not run',
  createInnerAudioContext: 'plays without a sound',
  getBackgroundFetchData: 'nothing was fetched',
  createRewardedVideoAd: 'no advertisement fits',
  createInterstitialAd: 'no advertisement fits',
  getNetworkType: '`phone.network`',
  onNetworkStatusChange: '`phone.network`',
  getExtConfig: '`ext` of the project’s `ext.json`',
  getExtConfigSync: '`ext` of the project’s `ext.json`',
  getUpdateManager: 'there is never an update',
};
