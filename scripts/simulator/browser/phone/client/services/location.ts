import type { GeoPoint } from '../../../../contract/surroundings';
import { requireOf } from './scopes';
import { type Failure, fail, ok, type RunService, type Services } from './service';

const SCOPE = 'scope.userLocation';

/**
 * Interfaces that app.json has to name in `requiredPrivateInfos`.
 * https://developers.weixin.qq.com/miniprogram/dev/reference/configuration/app.html#requiredPrivateInfos
 */
function undeclared(api: string, { program }: Services): Failure | null {
  const declared = program.app.raw.requiredPrivateInfos;
  return Array.isArray(declared) && declared.includes(api)
    ? null
    : fail(
        `${api}:fail the api need to be declared in the requiredPrivateInfos field in app.json/ext.json`,
      );
}

/** https://developers.weixin.qq.com/miniprogram/dev/api/location/wx.getLocation.html */
export const getLocation: RunService = async (params, services) => {
  const refused =
    undeclared('getLocation', services) ?? (await requireOf('getLocation', SCOPE, services));
  if (refused) return refused;
  const type = params.type ?? 'wgs84';
  if (type !== 'wgs84' && type !== 'gcj02') return fail('getLocation:fail invalid type');
  const { location } = services.surroundings();
  if (!location)
    return services.device().platform === 'android'
      ? fail('getLocation:fail:ERROR_NOCELL&WIFI_LOCATIONSWITCHOFF')
      : fail('getLocation:fail system permission denied');
  const { accuracy = 30, altitude = 0, speed = -1 } = location;
  return ok({
    ...(type === 'gcj02' ? toGcj02(location) : pick(location)),
    ...{ speed, accuracy, horizontalAccuracy: accuracy, verticalAccuracy: 0 },
    altitude: params.altitude === true ? altitude : 0,
  });
};

function pick({ latitude, longitude }: GeoPoint) {
  return { latitude, longitude };
}

/** https://developers.weixin.qq.com/miniprogram/dev/api/location/wx.chooseLocation.html */
export const chooseLocation: RunService = async (_, services) => {
  const refused = undeclared('chooseLocation', services);
  if (refused) return refused;
  const { places } = services.surroundings();
  const { by, chosen } = await services.nativePages.open({
    kind: 'places',
    items: places.map(({ name, address }) => ({ id: name, label: `${name} ${address}` })),
    chosen: [],
    most: 1,
  });
  const place = places[chosen[0] ?? -1];
  if (by !== 'done' || !place) return fail('chooseLocation:fail cancel');
  const { name, address, latitude, longitude } = place;
  return ok({ name, address, latitude, longitude });
};

/** Of Krasovsky's ellipsoid: the larger half axis in m, and the square of its eccentricity. */
const axis = 6_378_245;
const eccentricity = 0.006_693_421_622_965_943;

/**
 * The coordinates that maps in China use: those of GPS, moved by a published series; outside of
 * China they are the same. Good to a few metres.
 */
export function toGcj02({ latitude, longitude }: GeoPoint) {
  const inChina = longitude > 73.66 && longitude < 135.05 && latitude > 3.86 && latitude < 53.55;
  if (!inChina) return { latitude, longitude };
  const x = longitude - 105;
  const y = latitude - 35;
  const short = (20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * (2 / 3);
  const wave = (of: number, terms: readonly (readonly [number, number])[]) =>
    terms.reduce((sum, [size, length]) => sum + size * Math.sin((of * Math.PI) / length), 0) *
    (2 / 3);
  const north =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * Math.sqrt(Math.abs(x)) +
    short +
    wave(y, [
      [20, 1],
      [40, 3],
    ]) +
    wave(y, [
      [160, 12],
      [320, 30],
    ]);
  const east =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * Math.sqrt(Math.abs(x)) +
    short +
    wave(x, [
      [20, 1],
      [40, 3],
    ]) +
    wave(x, [
      [150, 12],
      [300, 30],
    ]);
  const angle = (latitude / 180) * Math.PI;
  const magic = 1 - eccentricity * Math.sin(angle) ** 2;
  const alongMeridian = ((axis * (1 - eccentricity)) / (magic * Math.sqrt(magic))) * Math.PI;
  const alongParallel = (axis / Math.sqrt(magic)) * Math.cos(angle) * Math.PI;
  return {
    latitude: latitude + (north * 180) / alongMeridian,
    longitude: longitude + (east * 180) / alongParallel,
  };
}
