// Looks at the first bytes of a file that must be a logo.

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const SIDE = 1024; // pixels

// What is wrong with it, as the end of the sentence "the logo must be …"; undefined when nothing is.
export function wrongLogo(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) {
    return `a PNG; this is a JPEG`;
  }
  if (!SIGNATURE.every((byte, i) => bytes[i] === byte)) {
    return `a PNG; this file is something else`;
  }
  if (String.fromCharCode(...bytes.slice(12, 16)) !== 'IHDR') {
    return `a PNG that can be read; the header of this one is broken`;
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  return width === SIDE && height === SIDE ? undefined : `${SIDE} × ${SIDE} pixels; this one is ${width} × ${height}`;
}

export function base64(bytes) {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(text);
}
