CREATE TABLE "order_copies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"entered_by_id" uuid NOT NULL,
	"entered_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "order_items" ADD COLUMN "ends_on" date;--> statement-breakpoint
ALTER TABLE "order_items" ADD COLUMN "amends_id" uuid;--> statement-breakpoint
ALTER TABLE "order_copies" ADD CONSTRAINT "order_copies_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_copies" ADD CONSTRAINT "order_copies_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_copies" ADD CONSTRAINT "order_copies_entered_by_id_people_id_fk" FOREIGN KEY ("entered_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "copies_of_order" ON "order_copies" USING btree ("order_id","id");--> statement-breakpoint
ALTER TABLE "order_items" ADD CONSTRAINT "order_items_amends_id_order_items_id_fk" FOREIGN KEY ("amends_id") REFERENCES "public"."order_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE TRIGGER order_copies_insert_only BEFORE UPDATE OR DELETE ON order_copies FOR EACH ROW EXECUTE FUNCTION refuse_change();
