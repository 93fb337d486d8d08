/**
 * Kept, because PS256 signs with a random salt: made once with GenAuth's key of `keys.json` and the
 * claims of a good token.
 */
export const ps256 = [
  'eyJhbGciOiJQUzI1NiIsImtpZCI6InZlY3RvcnMtMSJ9.eyJpc3MiOiJodHRwczovL2NvcmUuZ2VuYXV',
  '0aC5haS9vaWRjIiwiYXVkIjoiNjVmMGMwZmZlZTY1ZjBjMGZmZWU2NWYwIiwic3ViIjoiYW5uYSIsIml',
  'hdCI6MTc2ODQ2NDAyOSwiZXhwIjoxNzY4NDY3NjI5fQ.K0jpIoJ8zBwZzjrrcM68Zsetc04lcxw2t2Eb',
  'St7yCU02O95I3u3tiB74_FlvgJDGHGCs4j5UBjsnXfkI4wzp7r-rMDSYuk1ab21bLowy7_MmM1VEQfgG',
  'Lw0dA_wZHzaHp5forLzfDY95DqtGrNdvIEVHdWgwy2SKGOleXO5hyx0fdaYcjOa7oghdORu47Dl9K5kF',
  'UM6uQvxAiFU1gf782ZRyzwB3k7dk30o4oOv-PRnG2KezUpNJqrW4Of16Kz70C2hA2zJ9twRjo3AoTw2x',
  'hTKa0yxWN0NeME89ZREN5JBI0G4fPVo3Ra39ad4jT3Iq7DGER0V_KaY0SOWpx6ULHQ',
].join('');
