import { expect, test } from '@jest/globals';
import { waiting } from '../../../../scripts/simulator';
import { run, tapped, useCallingPhones } from './calling-phone';

const { launched, received } = useCallingPhones();

test('a place is asked for once, refused for good, and given after the settings', async () => {
  const phone = await launched();
  let answer = await tapped(phone, 'getLocation');
  const sheet = await phone.sheet();
  expect(sheet).toMatchObject({ kind: 'scope', text: 'scope.userLocation' });
  await sheet.reject();
  expect(await answer()).toEqual({ errMsg: 'getLocation:fail auth deny', errno: 103 });
  answer = await tapped(phone, 'getLocation');
  expect(await answer()).toMatchObject({ errMsg: 'getLocation:fail auth deny' });

  answer = await tapped(phone, 'openSetting');
  await phone.choose('scope.userLocation');
  const authSetting = { 'scope.userLocation': true };
  expect(await answer()).toEqual({ errMsg: 'openSetting:ok', authSetting });
  expect(await phone.miniProgram.callWxMethod('getSetting')).toMatchObject({ authSetting });

  await phone.surround({ location: { latitude: 48.8584, longitude: 2.2945, accuracy: 5 } });
  answer = await tapped(phone, 'getLocation', { type: 'gcj02' });
  expect(await answer()).toMatchObject({ latitude: 48.8584, longitude: 2.2945, accuracy: 5 });
  await phone.surround({ location: null });
  answer = await tapped(phone, 'getLocation');
  expect(await answer()).toEqual({ errMsg: 'getLocation:fail system permission denied' });
});

test('a place is chosen from those that the test says are there, or none is', async () => {
  const phone = await launched();
  const library = { name: 'Library', address: '1 Book St', latitude: 1.5, longitude: 2.5 };
  await phone.surround({ places: [library, { ...library, name: 'Café' }] });
  let answer = await tapped(phone, 'chooseLocation');
  await phone.choose('Library');
  expect(await answer()).toEqual({ errMsg: 'chooseLocation:ok', ...library });
  answer = await tapped(phone, 'chooseLocation');
  await phone.cancelChoice();
  expect(await answer()).toEqual({ errMsg: 'chooseLocation:fail cancel' });
  // The phone's back leaves it too, and not the program.
  answer = await tapped(phone, 'chooseLocation');
  await waiting('the list', () => phone.nativePage());
  await phone.back();
  expect(await answer()).toEqual({ errMsg: 'chooseLocation:fail cancel' });
  expect(await phone.state()).toMatchObject({ front: 'program' });
});

test('another mini program is opened after a yes, by a tap alone', async () => {
  const phone = await launched();
  const appId = 'wx0123456789abcdef';
  await expect(phone.miniProgram.callWxMethod('navigateToMiniProgram', { appId })).rejects.toThrow(
    'navigateToMiniProgram:fail can only be invoked by user TAP gesture.',
  );
  let answer = await tapped(phone, 'navigateToMiniProgram', { appId: 'wx1' });
  expect(await answer()).toEqual({ errMsg: 'navigateToMiniProgram:fail invalid appid' });
  answer = await tapped(phone, 'navigateToMiniProgram', { appId });
  await (await phone.sheet()).reject();
  expect(await answer()).toEqual({ errMsg: 'navigateToMiniProgram:fail cancel' });
  await tapped(phone, 'navigateToMiniProgram', { appId });
  await (await phone.sheet()).allow();
  await waiting('the other', async () => (await phone.state()).front === 'app' || null);
});

test('what a program learns of a person is what WeChat tells all: nothing', async () => {
  const phone = await launched();
  const answer = await tapped(phone, 'getUserProfile', { desc: 'a name' });
  expect(await answer()).toMatchObject({ userInfo: { nickName: '微信用户', gender: 0 } });
  await expect(phone.miniProgram.callWxMethod('getUserProfile', { desc: 'a' })).rejects.toThrow(
    'user TAP gesture',
  );
  const long = await tapped(phone, 'getUserProfile', { desc: 'x'.repeat(31) });
  expect(await long()).toEqual({
    errMsg: 'getUserProfile:fail desc length does not meet the requirements',
  });
});

/** Red, 2 x 1. */
const red =
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAADUlEQVR4nGP4z8AARAAI/gH/xp559wAAAABJRU5ErkJggg==';

test('pictures of the album are chosen, drawn, measured, kept, and looked at', async () => {
  const phone = await launched();
  const picture = { name: 'red.png', base64: red, width: 2, height: 1 };
  const film = { name: 'film.mp4', base64: 'AAAA', width: 4, height: 3, duration: 5 };
  await phone.surround({ album: [picture, film] });
  let answer = await tapped(phone, 'chooseMedia', { count: 2 });
  await phone.choose('film.mp4', 'red.png');
  expect(await answer()).toMatchObject({
    type: 'mix',
    tempFiles: [
      { fileType: 'video', duration: 5, size: 3 },
      { fileType: 'image', tempFilePath: expect.stringMatching(/^wxfile:\/\/tmp_\w+\.png$/) },
    ],
  });
  answer = await tapped(phone, 'chooseImage', { count: 1, sourceType: ['album'] });
  await phone.choose(0);
  const [path] = Object(await answer()).tempFilePaths;
  const page = await phone.miniProgram.currentPage();
  await page.setData({ src: path });
  await page.waitFor(async () => (await page.data('size')) !== null);
  expect(await page.data('size')).toEqual({ width: 2, height: 1 });
  expect(await phone.miniProgram.callWxMethod('getImageInfo', { src: path })).toEqual({
    errMsg: 'getImageInfo:ok',
    ...{ width: 2, height: 1, type: 'png', orientation: 'up', path },
  });
  answer = await tapped(phone, 'previewImage', { urls: [path] });
  expect(await answer()).toEqual({ errMsg: 'previewImage:ok' });
  await phone.cancelChoice();
  answer = await tapped(phone, 'saveImageToPhotosAlbum', { filePath: path });
  await (await phone.sheet()).allow();
  expect(await answer()).toEqual({ errMsg: 'saveImageToPhotosAlbum:ok' });
  answer = await tapped(phone, 'chooseImage');
  expect((await waiting('the album', () => phone.nativePage())).items).toHaveLength(2);
  await phone.cancelChoice();
  expect(await answer()).toEqual({ errMsg: 'chooseImage:fail cancel' });
});

test('files outlive the process, in both styles; temporary ones do not', async () => {
  const phone = await launched();
  expect(
    await run(
      phone,
      `const fs = wx.getFileSystemManager();
      const path = wx.env.USER_DATA_PATH + '/a.txt';
      fs.writeFileSync(path, 'hello', 'utf8');
      const read = await new Promise((success) => fs.readFile({ filePath: path, encoding: 'utf8', success }));
      const { size } = fs.statSync(path);
      const inPackage = JSON.parse(fs.readFileSync('terms.json', 'utf8'));
      let thrown = '';
      try { fs.readFileSync(path + 'x') } catch (error) { thrown = error.message }
      const failed = await new Promise((fail) => fs.access({ path: path + 'x', fail }));
      return { read, size, inPackage, thrown, failed };`,
    ),
  ).toEqual({
    read: { errMsg: 'readFile:ok', data: 'hello' },
    size: 5,
    inPackage: { version: 1 },
    thrown: 'readFileSync:fail no such file or directory wxfile://usr/a.txtx',
    failed: {
      errMsg: 'access:fail no such file or directory wxfile://usr/a.txtx',
      errno: 1_300_002,
    },
  });
  await phone.kill();
  await phone.launch();
  const again = `return wx.getFileSystemManager().readFileSync(wx.env.USER_DATA_PATH + '/a.txt', 'utf8')`;
  expect(await run(phone, again)).toBe('hello');
});

test('a file goes to a server and comes from one, with what it tells on the way', async () => {
  const phone = await launched();
  const { down, missing, up, none } = Object(
    await run(
      phone,
      `const at = 'https://files.example.com';
      const heard = [];
      const down = await new Promise((complete) => {
        const task = wx.downloadFile({ url: at + '/a.txt', complete });
        task.onProgressUpdate(({ progress }) => heard.push(progress));
      });
      const missing = await new Promise((complete) => wx.downloadFile({ url: at + '/none', complete }));
      const options = { url: at + '/up', filePath: down.tempFilePath, name: 'file', formData: { who: 'mia' } };
      const up = await new Promise((complete) => wx.uploadFile({ ...options, complete }));
      const none = await new Promise((complete) => wx.uploadFile({ ...options, filePath: 'wxfile://tmp_x', complete }));
      return { down: { ...down, heard }, missing, up, none };`,
    ),
  );
  expect(down).toMatchObject({
    ...{ errMsg: 'downloadFile:ok', statusCode: 201, dataLength: 4, heard: [100] },
    tempFilePath: expect.stringMatching(/\.txt$/),
  });
  expect(missing).toMatchObject({ errMsg: 'downloadFile:ok', statusCode: 404 });
  expect(up).toMatchObject({ errMsg: 'uploadFile:ok', statusCode: 201, data: 'kept' });
  expect(none).toEqual({ errMsg: 'uploadFile:fail file not found' });
  const sent = received.at(-1) ?? '';
  expect(sent).toMatch(/^multipart\/form-data; boundary=/);
  expect(sent).toMatch(/name="who"\r\n\r\nmia\r\n/);
  expect(sent).toMatch(
    /name="file"; filename="tmp_\w+\.txt"\r\nContent-Type: text\/plain\r\n\r\nkept\r\n--/,
  );
});

test('a socket speaks with the server that the test has scripted, and with no other', async () => {
  const phone = await launched();
  const answers = [{ to: 'ping', with: 'pong' }];
  await phone.surround({ sockets: [{ url: 'wss://talk.example.com/*', greets: ['hi'], answers }] });
  expect(
    await run(
      phone,
      `const heard = [];
      const task = wx.connectSocket({ url: 'wss://talk.example.com/room' });
      await new Promise((closed) => {
        task.onOpen(() => { heard.push('open ' + task.readyState); task.send({ data: 'ping' }) });
        task.onMessage(({ data }) => { heard.push(data); if (data === 'pong') task.close({ code: 3001, reason: 'bye' }) });
        task.onClose((how) => { heard.push(how); closed() });
      });
      heard.push(await new Promise((fail) => task.send({ data: 'late', fail })));
      const other = wx.connectSocket({ url: 'wss://other.example.com' });
      heard.push(await new Promise((error) => other.onError(error)));
      heard.push(await new Promise((fail) => wx.connectSocket({ url: 'ws://talk.example.com', fail })));
      return heard;`,
    ),
  ).toEqual([
    ...['open 1', 'hi', 'pong', { code: 3001, reason: 'bye' }],
    { errMsg: 'sendSocketMessage:fail SocketTask.readyState is not OPEN' },
    { errMsg: 'connection refused' },
    { errMsg: 'connectSocket:fail url not in domain list', errno: 600_002 },
  ]);
});

test('a canvas becomes a file of the size that was asked for', async () => {
  const phone = await launched();
  expect(
    await run(
      phone,
      `const [{ node }] = await new Promise((done) => wx.createSelectorQuery().select('#canvas').fields({ node: true }).exec(done));
      node.getContext('2d').fillRect(0, 0, 5, 5);
      const { tempFilePath } = await wx.canvasToTempFilePath({ canvas: node, destWidth: 8, destHeight: 4 });
      const { width, height, type } = await wx.getImageInfo({ src: tempFilePath });
      const none = await wx.canvasToTempFilePath({ canvasId: 'none' }).catch(({ errMsg }) => errMsg);
      return { width, height, type, none };`,
    ),
  ).toEqual({
    width: 8,
    height: 4,
    type: 'png',
    none: 'canvasToTempFilePath:fail canvas is empty',
  });
});

test('what WeChat does not have for a program fails as WeChat says it', async () => {
  const phone = await launched();
  expect(
    await run(
      phone,
      `const ad = wx.createRewardedVideoAd({ adUnitId: 'adunit-1' });
      const told = await new Promise((error) => ad.onError(error));
      const shown = await ad.show().catch((error) => error.errCode);
      const fetched = await wx.getBackgroundFetchData({ fetchType: 'pre' }).catch(({ errMsg }) => errMsg);
      const font = await wx.loadFontFace({ family: 'a', source: 'url("data:font/woff2;base64,AAAA")' }).catch((error) => error.status);
      const audio = wx.createInnerAudioContext();
      const played = await new Promise((error) => { audio.onError(error); audio.src = 'none.mp3'; });
      return [told.errCode, shown, fetched, font, played.errCode];`,
    ),
  ).toEqual([1004, 1004, 'getBackgroundFetchData:fail record is null', 'error', 10_003]);
});
