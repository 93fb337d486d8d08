/** What is around a phone and in it, and what interfaces of WeChat's read: a test sets it. */
export interface Surroundings {
  /** Null: the person has switched the phone's location service off. */
  readonly location: GeoPoint | null;
  /** What WeChat's own list of places shows (wx.chooseLocation). */
  readonly places: readonly GeoPlace[];
  /** The pictures and videos in the phone's album; what the camera takes is its first of a kind. */
  readonly album: readonly AlbumFile[];
  /** What answers wx.connectSocket; the first that fits. */
  readonly sockets: readonly SocketServer[];
}

export interface SocketServer {
  /** `wss://example.com/*`; `*` stands for anything. */
  readonly url: string;
  /** What it says when somebody has connected. */
  readonly greets?: readonly string[];
  /** What it says to a message, which is `to`, or `*` for any. */
  readonly answers?: readonly { readonly to: string; readonly with: string }[];
  /** After its greeting. */
  readonly closes?: { readonly code: number; readonly reason: string };
}

/** Degrees, WGS84; m, m/s. */
export interface GeoPoint {
  readonly latitude: number;
  readonly longitude: number;
  readonly accuracy?: number;
  readonly altitude?: number;
  readonly speed?: number;
}

/** Degrees, GCJ02. */
export interface GeoPlace {
  readonly name: string;
  readonly address: string;
  readonly latitude: number;
  readonly longitude: number;
}

export interface AlbumFile {
  /** With its ending, which says its type: `cat.png`. */
  readonly name: string;
  readonly base64: string;
  /** px. */
  readonly width: number;
  readonly height: number;
  /** s; of a video, and what makes it one. */
  readonly duration?: number;
}

/** A picture of one transparent pixel. */
export const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAC0lEQVR4nGNgAAIAAAUAAXpeqz8AAAAASUVORK5CYII=';

export const QUIET_SURROUNDINGS: Surroundings = {
  location: { latitude: 23.1291, longitude: 113.2644, accuracy: 30 },
  places: [
    {
      name: '广州塔',
      address: '广州市海珠区阅江西路 222 号',
      latitude: 23.1065,
      longitude: 113.3245,
    },
    { name: '天安门', address: '北京市东城区长安街', latitude: 39.9087, longitude: 116.3975 },
  ],
  sockets: [],
  album: ['1.png', '2.png', '3.png'].map((name) => ({
    ...{ name, base64: PIXEL, width: 1, height: 1 },
  })),
};

/**
 * What a person allows a program, or not, by scope; absent: never asked.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/authorize.html
 */
export type Permissions = Readonly<Partial<Record<ScopeName, boolean>>>;

export const SCOPES = [
  'scope.userInfo',
  'scope.userLocation',
  'scope.userFuzzyLocation',
  'scope.userLocationBackground',
  'scope.record',
  'scope.camera',
  'scope.bluetooth',
  'scope.writePhotosAlbum',
  'scope.addPhoneContact',
  'scope.addPhoneCalendar',
  'scope.werun',
  'scope.address',
  'scope.invoice',
  'scope.invoiceTitle',
] as const;
export type ScopeName = (typeof SCOPES)[number];

export function isScope(name: unknown): name is ScopeName {
  return SCOPES.some((scope) => scope === name);
}

/** A page of WeChat's own over the program, with things to choose from. */
export interface NativePageView {
  readonly kind: NativePageKind;
  /** What a person reads on each line. `id` is how a test may name it too. */
  readonly items: readonly {
    readonly id: string;
    readonly label: string;
    /** An address. */
    readonly image?: string;
  }[];
  /** By place. */
  readonly chosen: readonly number[];
  /** How many can be chosen; with 1 a choice takes the place of the one before. */
  readonly most: number;
}

/** The settings of a program; places on a map; the album; a picture, as large as the screen. */
export type NativePageKind = 'setting' | 'places' | 'album' | 'preview';
