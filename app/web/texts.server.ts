/** Every kind of text that moderation looks after. Rooms add a line. */
import { nameText } from '#app/domain/moderation/names.server.ts'
import type { TextKinds } from '#app/domain/moderation/texts.ts'
import { questionnaireTexts } from '#app/domain/questionnaires/moderated.server.ts'
import { reviewTexts } from '#app/domain/reviews/remarks/moderated.server.ts'

export const textKinds: TextKinds = { ...reviewTexts, ...questionnaireTexts, name: nameText }
