/** The record at a revision is too large to be read whole: only what is asked in parts is told of it. */
export class RecordTooLarge extends Error {
  override readonly name = 'RecordTooLarge'

  constructor(revision: number) {
    super(
      `The record at revision ${revision} is too large to be read whole: READ_WHOLE_UP_TO says up to what size it is.`,
    )
  }
}

/** Whether an error says so. It knows the error by name: bundles have classes of their own. */
export function isRecordTooLarge(error: unknown): boolean {
  return error instanceof Error && error.name === 'RecordTooLarge'
}
