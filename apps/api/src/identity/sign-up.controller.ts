import { Controller, Get } from '@nestjs/common';
import { Public } from '../platform/index.js';
import { SignUpStateDto } from './sign-up.dto.js';
import { SignUpGate } from './sign-up.gate.js';

/** Whether a clinic can be started here, for the page that would. */
@Controller('sign-up')
export class SignUpController {
  constructor(private readonly gate: SignUpGate) {}

  @Get()
  @Public()
  async state(): Promise<SignUpStateDto> {
    return { open: await this.gate.isOpen() };
  }
}
