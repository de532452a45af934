import User from '#users/models/user'

/** Who may be given a conversation. */
export const team = () => User.query().whereNull('deactivated_at').orderBy('full_name')

/** Full names by id, also of those who left. */
export async function namesOf(ids: (number | null)[]): Promise<Map<number, string>> {
  const users = await User.findMany([...new Set(ids)].flatMap((id) => id ?? []))
  return new Map(users.map(({ id, fullName }) => [id, fullName]))
}
