/** The story of papers: what the demo institute has written, each by the commands, at the moment it was written. */
import { eq } from 'drizzle-orm'
import { actorOf } from '#app/domain/accounts/actor.server.ts'
import { dayOf } from '#app/domain/ctx.ts'
import type { Db } from '#db/client.ts'
import { employments, papers, users } from '#db/schema/index.ts'
import { draftPaper, issuePaper, type NewPaper } from './papers.server.ts'
import type { Shelf } from './shelf.ts'

interface Telling {
  db: Db
  shelf: Shelf
  /** whose papers: the sign-in of the one who writes them */
  email: string
  now: Date
  zone: string
  /** says on every paper that the people are invented */
  notice: string
}

/** Writes the papers once; does nothing when the institute has some, or there is no such person. */
export async function tellPapers({ db, shelf, email, now, zone, notice }: Telling): Promise<void> {
  const [writer] = await db
    .select({ userId: users.id, organisationId: employments.organisationId })
    .from(users)
    .innerJoin(employments, eq(employments.personId, users.personId))
    .where(eq(users.email, email))
    .limit(1)
  if (!writer) return
  const [told] = await db
    .select({ id: papers.id })
    .from(papers)
    .where(eq(papers.organisationId, writer.organisationId))
    .limit(1)
  const actor = await actorOf(db, writer, dayOf(now, zone))
  if (told || !actor) return
  for (const { ago, number, template, fields } of story(now, zone)) {
    const ctx = { db, actor, zone, now: before(now, ago) }
    const id = await draftPaper(ctx, { template, fields, organisationId: writer.organisationId })
    if (number) await issuePaper(ctx, shelf, id, { number, day: dayOf(ctx.now, zone), notice })
  }
}

type Page = Pick<NewPaper, 'template' | 'fields'> & { ago: number; number?: string }

const letterhead = {
  organisationAddress: '454000, г. Приозёрск-на-Миассе, ул. Садовая, 1',
  organisationContacts: 'тел. 8 (351) 000-00-00, institute@demo.example',
  signatoryPost: 'ректор',
  signatoryName: 'Лазорева Вера Тихоновна',
  executor: 'Ясногорцев Павел Андреевич',
  executorPhone: '8 (351) 000-00-01',
}
const panelTitle = 'проекта концепции развития регионального сетевого экспертного сообщества'

function story(now: Date, zone: string): Page[] {
  const day = (ahead: number) => dayOf(before(now, -ahead), zone)
  const invitation = (
    expert: string,
    expertPost: string,
    director: string,
    school: string,
    salutation: string,
  ) => ({
    ...{ ...letterhead, panelTitle, fromDay: day(2), untilDay: day(12), hours: '6 академических часов' },
    ...{ expert, expertPost, recipientName: director, recipientPost: `директор ${school}`, salutation },
  })
  return [
    {
      ...{ ago: 6, number: '01-17/118', template: 'panel-order' },
      fields: {
        ...letterhead,
        panelTitle,
        ground: 'В соответствии с порядком профессионально-общественного обсуждения проектов документов',
        untilDay: day(12),
        chair: 'Вешнякова Вера Константиновна',
        members: [
          {
            name: 'Вешнякова Вера Константиновна',
            post: 'заместитель директора демо-лицея № 3',
            role: 'председатель',
          },
          { name: 'Ордынцева Кира Львовна', post: 'учитель истории и обществознания', role: 'член группы' },
          { name: 'Журавин Никита Андреевич', post: 'преподаватель информатики', role: 'член группы' },
        ],
      },
    },
    {
      ...{ ago: 5, number: '01-17/121', template: 'invitation-letter' },
      fields: invitation(
        ...(['Ордынцева Кира Львовна', 'учитель истории и обществознания'] as const),
        ...(['Заречнев Лев Кузьмич', 'демо-гимназии № 26', 'Уважаемый Лев Кузьмич!'] as const),
      ),
    },
    {
      ...{ ago: 1, template: 'invitation-letter' },
      fields: invitation(
        ...(['Вешнякова Вера Константиновна', 'заместитель директора'] as const),
        ...(['Полянина Любовь Ильинична', 'демо-лицея № 3', 'Уважаемая Любовь Ильинична!'] as const),
      ),
    },
    { ago: 0, template: 'participation-note', fields: { ...letterhead, expert: 'Ордынцева Кира Львовна' } },
  ]
}

function before(now: Date, days: number): Date {
  return new Date(now.getTime() - days * 86_400_000)
}
