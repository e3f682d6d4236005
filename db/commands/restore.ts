/** `npm run restore -- FILE`: puts a copy into an empty instance. The site must not be running on it. */
import { start } from '#content/messages/ru/start.ts'
import { restore } from '#db/backup/restore.ts'
import { StartFailure } from '#db/failure.ts'
import { openDatabase } from '#db/open.ts'
import { placeOfInstance, runCommand } from './command.ts'

await runCommand(async () => {
  const [file] = process.argv.slice(2)
  if (!file) throw new StartFailure(start.backup.usage('restore'))
  const place = placeOfInstance()
  const database = await openDatabase(place)
  try {
    const { tables, files } = await restore({ ownerUrl: database.ownerUrl, dataDir: place.dataDir }, file)
    console.log(
      start.backup.restored(
        tables.reduce((sum, table) => sum + table.rows, 0),
        files.length,
      ),
    )
  } finally {
    await database.stop()
  }
})
