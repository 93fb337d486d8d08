/**
 * What `--help` says, in both languages.
 *
 * @param {string} command As it is called.
 */
export const english = (command) => `Usage: ${command} <command> [options]

Stands in for WeChat DevTools' cli, for miniprogram-automator's launch({cliPath, projectPath}).

Commands:
  auto --project <folder> [--auto-port <port>]   open the project and listen for automation (default port: 9420)
       --auto-account <id>                       who holds the phone
       --lenient                                 all of CSS in selectors, which WeChat does not promise
       --keep                                    stay until "close" or "quit", whoever is gone
       --grace <seconds>                         how long to stay for the next client (default: 30)
  close --project <folder>                       close that project
  quit                                           close all projects
  survey <folder...> [--json] [--limit <ms>]     open every page, and say which are launched, empty, shown and clean
  record <folder> [--out <file>] [--no-open]     do it once by hand in a browser, and get the test
                                                 (default: recorded.test.mjs, for "node --test";
                                                 .js, .cjs and .ts are for Jest)
  test --ui [--ui-port <port>] [--no-open] [Jest's arguments]
                                                 a page that runs this folder's Jest tests one by one: each
                                                 step on the phone, back to it, waiting before it, locators
  -v, --version                                  the simulator's version

What DevTools' cli has besides and the simulator does without: "open" and "build-npm" look whether the
project is there, "login", "islogin" and "cache" have nothing to do, and --port, --debug, --appid,
--ticket and --trust-project change nothing. --lang en or zh says in which language this cli speaks;
else MINI_LOGIN_LANG or the system decides.

What it opens ends by itself when the process that called this cli is gone and no client has come for
the grace's time.
`;

/** @param {string} command */
export const chinese = (command) => `用法：${command} <命令> [选项]

代替微信开发者工具的 cli，供 miniprogram-automator 的 launch({cliPath, projectPath}) 使用。

命令：
  auto --project <文件夹> [--auto-port <端口>]   打开项目并等待自动化连接（默认端口：9420）
       --auto-account <id>                       谁拿着手机
       --lenient                                 选择器可用全部 CSS，微信并不保证支持
       --keep                                    一直运行，直到 "close" 或 "quit"，不管谁已离开
       --grace <秒>                              等待下一个客户端的时间（默认：30）
  close --project <文件夹>                       关闭该项目
  quit                                           关闭所有项目
  survey <文件夹...> [--json] [--limit <毫秒>]   打开每个页面，说明哪些已启动、为空、已显示、没有问题
  record <文件夹> [--out <文件>] [--no-open]     在浏览器里手动操作一遍，得到测试
                                                 （默认：recorded.test.mjs，用 "node --test" 运行；
                                                 .js、.cjs 和 .ts 供 Jest 使用）
  test --ui [--ui-port <端口>] [--no-open] [Jest 的参数]
                                                 在一个页面里逐个运行此文件夹的 Jest 测试：手机上的每一步、
                                                 回看、每步之前暂停、取定位器
  -v, --version                                  模拟器的版本

开发者工具的 cli 另有、而模拟器不需要的："open" 和 "build-npm" 只检查项目是否存在，"login"、"islogin"
和 "cache" 无事可做，--port、--debug、--appid、--ticket 和 --trust-project 不起作用。--lang en 或 zh
决定此 cli 的语言；否则由 MINI_LOGIN_LANG 或系统决定。

调用此 cli 的进程结束、并且在等待时间内没有客户端连接时，它打开的一切会自行结束。
`;
