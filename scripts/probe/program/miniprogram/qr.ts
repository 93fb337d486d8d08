/** The build bundles the package into this one file, as WeChat's packer needs no npm then. */
export { encodeQR } from 'qr';
