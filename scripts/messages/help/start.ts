import { text } from '../say';

/** The help of `start`. */
export const startHelp = {
  ext: () =>
    text(
      'the template with this brand: an ext_json, as brand -- <name> --ext prints it',
      '用这个品牌显示模板：brand -- <名称> --ext 输出的 ext_json',
    ),
  port: (usual: number) =>
    text(
      `port to listen on; when it is busy, the next free one (default: ${usual})`,
      `监听的端口；被占用时用下一个空闲的（默认：${usual}）`,
    ),
  lan: () =>
    text(
      'also for phones of the same network, by a QR code; without an address: every private one of this machine',
      '同一网络里的手机也能扫码使用；不写地址则用本机的全部内网地址',
    ),
  noAddress: () =>
    text(
      'An address of a private network, such as 192.168.1.20: nobody from elsewhere shall reach this.',
      '须是内网地址，例如 192.168.1.20：外网不得访问。',
    ),
  noNetwork: () =>
    text(
      'No private network found. Name the address of this machine: --lan 192.168.1.20',
      '没有找到内网。请写明本机的地址：--lan 192.168.1.20',
    ),
  noListener: (addresses: string, reason: string) =>
    text(`Cannot listen on ${addresses}: ${reason}`, `无法在 ${addresses} 上监听：${reason}`),
  phones: (host: string) =>
    text(
      `For a phone of the same network (${host}): whoever has this code may use the demo.`,
      `供同一网络里的手机使用（${host}）：持有此二维码即可使用演示。`,
    ),
  phonesInWorkbench: () =>
    text(
      'For phones of the same network: “On your phone” in the workbench shows the QR code.',
      '同一网络里的手机：在工作台点「在手机上试」查看二维码。',
    ),
  noPort: () => text('A port is a whole number up to 65535.', '端口是不超过 65535 的整数。'),
  starting: (brand: string) =>
    text(
      `Start the phone's server and the doubles, with ${brand}`,
      `启动手机的服务器和模拟服务，品牌 ${brand}`,
    ),
  title: () => text('Mini-login workbench', 'Mini-login 工作台'),
  moved: (wanted: number, port: number) =>
    text(`Port ${wanted} is busy, so this is ${port}.`, `端口 ${wanted} 被占用，改用 ${port}。`),
  what: () =>
    text(
      'A phone with a demo app, the mini program, and everything that happens between them.',
      '一部手机：演示 App、小程序，以及两者之间发生的一切。',
    ),
  doubles: () =>
    text(
      "WeChat's and GenAuth's servers are doubles: nothing leaves this machine.",
      '微信和 GenAuth 的服务器由模拟服务代替：没有任何内容离开本机。',
    ),
  edit: () =>
    text(
      'Edit a file in miniprogram/ or brands/ and the phone follows. Ctrl-C ends it.',
      '编辑 miniprogram/ 或 brands/ 里的文件，手机随之更新。按 Ctrl-C 结束。',
    ),
  about: () =>
    text(
      "Opens a phone in your browser: a demo app, the mini program, and a timeline of everything between them.\nWeChat's and GenAuth's servers are doubles on this machine. Changes in miniprogram/ and brands/ show at once.",
      '在浏览器里打开一部手机：演示 App、小程序，以及两者之间全部往来的时间线。\n微信和 GenAuth 的服务器由本机的模拟服务代替。miniprogram/ 和 brands/ 里的修改立即可见。',
    ),
  brand: () =>
    text(
      'a folder in brands/, for this once; the workbench can change it',
      'brands/ 里的文件夹，只用这一次；在工作台里可以更换',
    ),
} as const;
