-- Whether letters remind of stays; everybody was reminded before.
ALTER TABLE member ADD COLUMN reminded boolean NOT NULL DEFAULT true;
