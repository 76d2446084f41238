-- Whether the member gets reminders of stays; all members got them before.
ALTER TABLE member ADD COLUMN reminded boolean NOT NULL DEFAULT true;
