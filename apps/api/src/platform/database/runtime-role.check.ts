import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';

interface RoleRow {
  name: string;
  superuser: boolean;
  bypass: boolean;
  owned: number;
}

/** Boot refuses a database role that row-level security would not bind. */
@Injectable()
export class RuntimeRoleCheck implements OnModuleInit {
  constructor(private readonly source: DataSource) {}

  async onModuleInit(): Promise<void> {
    const [role] = await this.source.query<RoleRow[]>(`
      SELECT rolname AS name, rolsuper AS superuser, rolbypassrls AS bypass,
        (SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE pg_has_role(current_user, c.relowner, 'MEMBER') AND n.nspname NOT LIKE 'pg\\_%' AND c.relkind IN ('r', 'p', 'v'))::int AS owned
      FROM pg_roles WHERE rolname = current_user`);
    const fault = role && roleFault(role);
    if (!role || fault)
      throw new Error(`DATABASE_URL must not be this role: ${fault ?? 'unknown role'}. Use keel_app, which owns nothing.`);
  }
}

/** Why a role may not run Keel, or undefined. */
export function roleFault(role: RoleRow): string | undefined {
  if (role.superuser) return `${role.name} is a superuser`;
  if (role.bypass) return `${role.name} may bypass row-level security`;
  if (role.owned > 0) return `${role.name} owns ${role.owned} tables`;
  return undefined;
}
