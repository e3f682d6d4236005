/** The scan that was sent with a form, or nothing. */
import type { Scan } from '#app/domain/assessment/way/scans.server.ts'

export async function scanIn(file: File | undefined, dataDir: string): Promise<Scan | null> {
  if (!file || file.size === 0) return null
  return { dataDir, name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
}
