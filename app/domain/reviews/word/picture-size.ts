/** The size of a picture in pixels, read from its first bytes; null when they do not say. Pure. */
export function pictureSize(bytes: Uint8Array): { width: number; height: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length > 24 && bytes[0] === 0x89) return { width: view.getUint32(16), height: view.getUint32(20) }
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null
  let at = 2
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    // frames hold the size; DHT, JPG and DAC lie among their numbers
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (frame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    at += 2 + view.getUint16(at + 2)
  }
  return null
}

const TAIL = 4096

/** Whether the bytes end where a picture ends: what was cut off on its way shows grey, or nothing. Pure. */
export function wholePicture(bytes: Uint8Array): boolean {
  const end = bytes[0] === 0x89 ? [0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82] : [0xff, 0xd9]
  // some programs write a few bytes behind the end
  const tail = bytes.subarray(-TAIL)
  for (let at = tail.length - end.length; at >= 0; at -= 1)
    if (end.every((byte, n) => tail[at + n] === byte)) return true
  return false
}
