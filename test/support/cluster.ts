/**
 * One embedded cluster for a whole run: a template is migrated once, each test file gets its own copy of it.
 *
 * The address travels in the environment, because the workers are processes of their own.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '#db/embedded.ts'
import { migrateDatabase } from '#db/migrate.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Superuser on database `postgres` of the run's cluster. */
    adminUrl: string
    /** Owner of the migrated template database, which nobody may stay connected to. */
    templateUrl: string
  }
}

export default async function setup(project: TestProject) {
  const dataDir = mkdtempSync(join(tmpdir(), 'rses-test-'))
  const cluster = await startEmbedded({ dataDir, log: () => {}, fast: true })
  await migrateDatabase(cluster.ownerUrl)
  const sql = postgres(cluster.adminUrl, { max: 1 })
  await sql`alter role rses_owner createdb`
  await sql.end()
  project.provide('adminUrl', cluster.adminUrl)
  project.provide('templateUrl', cluster.ownerUrl)
  return async () => {
    await cluster.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
