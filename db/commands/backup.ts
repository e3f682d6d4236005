/** `npm run backup -- FILE`: a copy of the whole instance in one file; the site may go on working. */
import { start } from '#content/messages/ru/start.ts'
import { backup } from '#db/backup/backup.ts'
import { StartFailure } from '#db/failure.ts'
import { joinDatabase } from '#db/open.ts'
import { placeOfInstance, runCommand } from './command.ts'

await runCommand(async () => {
  const [file] = process.argv.slice(2)
  if (!file) throw new StartFailure(start.backup.usage('backup'))
  const place = placeOfInstance()
  const database = await joinDatabase(place)
  try {
    const { tables, files } = await backup({ ownerUrl: database.ownerUrl, dataDir: place.dataDir }, file)
    console.log(
      start.backup.made(
        file,
        tables.reduce((sum, table) => sum + table.rows, 0),
        files.length,
      ),
    )
  } finally {
    await database.stop()
  }
})
