/*
 * A table of each bus, with what is odd on it, for the kernel's own modpost to make aliases of. It is
 * compiled with the kernel's include/linux/mod_devicetable.h, which -DHEADER= names.
 */
typedef unsigned char __u8;
typedef unsigned short __u16;
typedef unsigned int __u32;
typedef unsigned long kernel_ulong_t;
typedef struct {
	__u8 b[16];
} guid_t;
typedef guid_t uuid_t;
typedef guid_t uuid_le;
#define UUID_STRING_LEN 36
#define BITS_PER_LONG (8 * (int)sizeof(long))
#define NULL ((void *)0)
#include HEADER

static const char license[] __attribute__((used, section(".modinfo"))) = "license=GPL";
static const char description[] __attribute__((used, section(".modinfo"))) = "description=tables";

/* As MODULE_DEVICE_TABLE in include/linux/module.h. */
#define TABLE(type, name) \
	extern typeof(name) __mod_##type##__##name##_device_table \
		__attribute__((unused, alias(#name)))
#define ID \
	{{0x00, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77, \
	  0x88, 0x99, 0xaa, 0xbb, 0xcc, 0xdd, 0xee, 0xff}}
#define RELEASES(low, high) {0xf, 1, 2, low, high}

struct acpi_device_id acpi_table[] = {
	{"PNP0C0A", 7},
	{.cls = 0x010601, .cls_msk = 0xffff00},
	{"ACPI0003XYZ12345"},
	{},
};
TABLE(acpi, acpi_table);

struct amba_id amba_table[] = {
	{0x00041011, 0x000fffff},
	{4, 0xc},
	{0x10, 0x30},
	{},
};
TABLE(amba, amba_table);

struct ap_device_id ap_table[] = {
	{1, 11},
	{},
};
TABLE(ap, ap_table);

struct auxiliary_device_id auxiliary_table[] = {
	{"sof.hda-probes"},
	{},
};
TABLE(auxiliary, auxiliary_table);

struct bcma_device_id bcma_table[] = {
	{0x4bf, 0x812, 0xff, 1},
	{0xffff, 0xffff, 1, 0xff},
	{},
};
TABLE(bcma, bcma_table);

struct ccw_device_id ccw_table[] = {
	{5, 0x3990, 0x3390, 0xe9, 0xa},
	{0xf, 0x3990, 0x3390, 0xe9, 0xa},
	{8, 1, 2, 3, 4},
	{},
};
TABLE(ccw, ccw_table);

struct cpu_feature cpu_table[] = {
	{0x93},
	{},
};
TABLE(cpu, cpu_table);

struct css_device_id css_table[] = {
	{1, 3},
	{1, 0x12},
	{},
};
TABLE(css, css_table);

struct dfl_device_id dfl_table[] = {
	{0, 0x20},
	{},
};
TABLE(dfl, dfl_table);

struct dmi_system_id dmi_table[] = {
	{.matches = {DMI_MATCH(DMI_SYS_VENDOR, "ACME: Inc."), DMI_EXACT_MATCH(DMI_BOARD_VENDOR, "X 1"),
		     DMI_MATCH(DMI_BIOS_VENDOR, "a\xe9z"), DMI_MATCH(DMI_PRODUCT_SKU, "no")}},
	{.matches = {DMI_MATCH(DMI_CHASSIS_TYPE, "3"), DMI_MATCH(DMI_CHASSIS_VERSION, "v"),
		     DMI_MATCH(DMI_CHASSIS_VENDOR, "w"), DMI_MATCH(DMI_BIOS_RELEASE, "q")}},
	{},
};
TABLE(dmi, dmi_table);

struct eisa_device_id eisa_table[] = {
	{"TCM5091"},
	{},
};
TABLE(eisa, eisa_table);

struct fsl_mc_device_id fslmc_table[] = {
	{0x1957, "dpni"},
	{},
};
TABLE(fslmc, fslmc_table);

struct hda_device_id hdaudio_table[] = {
	{0x10ec0269, 0x100202, 1},
	{0x10ec0269},
	{},
};
TABLE(hdaudio, hdaudio_table);

struct hid_device_id hid_table[] = {
	{3, 0, 0x46d, HID_ANY_ID},
	{0xffff, 1, 1, 2},
	{},
};
TABLE(hid, hid_table);

struct i2c_device_id i2c_table[] = {
	{"lm75", 1},
	{},
};
TABLE(i2c, i2c_table);

struct i3c_device_id i3c_table[] = {
	{0xb, 0x42, 0x123, 0x456, 0x789},
	{},
};
TABLE(i3c, i3c_table);

struct ieee1394_device_id ieee1394_table[] = {
	{0xc, 0, 0, 0x609e, 0x10483},
	{7, 1, 2, 3, 4},
	{},
};
TABLE(ieee1394, ieee1394_table);

/* A word with bits from number on, in a set. */
#define BITS(number, bits) \
	[(number) / BITS_PER_LONG] = (unsigned long)(bits) << ((number) % BITS_PER_LONG)
struct input_device_id input_table[] = {
	{.flags = 0x1033, .bustype = 3, .vendor = 0x46d, .product = 9, .evbit = {0x80000002},
	 .keybit = {BITS(0x70, 3), BITS(0x2ff, 1)}, .relbit = {2}, .swbit = {1 << 16}},
	{.flags = 0x3ff0, .evbit = {2}, .relbit = {~0UL}, .absbit = {BITS(63, 1)}, .mscbit = {0xffff},
	 .ledbit = {~0UL}, .sndbit = {~0UL}, .ffbit = {1, BITS(127, 1)}, .swbit = {~0UL}},
	{},
};
TABLE(input, input_table);

struct ipack_device_id ipack_table[] = {
	{0xff, 0xf0, IPACK_ANY_ID},
	{1, 2, 3},
	{},
};
TABLE(ipack, ipack_table);

struct isapnp_device_id isapnp_table[] = {
	{0xffff, 0xffff, 0x6d50, 0x1050},
	{1, 2, 0xd041, 0x2b10},
	{},
};
TABLE(isapnp, isapnp_table);

struct ishtp_device_id ishtp_table[] = {
	{ID},
	{},
};
TABLE(ishtp, ishtp_table);

struct mdio_device_id mdio_table[] = {
	{0x01410cb0, 0xfffffff0},
	{},
};
TABLE(mdio, mdio_table);

struct mei_cl_device_id mei_table[] = {
	{"phy", ID, 0xff},
	{"", ID, 2},
	{},
};
TABLE(mei, mei_table);

struct mhi_device_id mhi_table[] = {
	{"IPCR"},
	{},
};
TABLE(mhi, mhi_table);
TABLE(mhi_ep, mhi_table);

struct mips_cdmm_device_id mipscdmm_table[] = {
	{0xfd},
	{},
};
TABLE(mipscdmm, mipscdmm_table);

struct of_device_id of_table[] = {
	{"a b", "", "acme,x y"},
	{"", "serial", "ns16550"},
	{"n", "", ""},
	{"", "t", ""},
	{},
};
TABLE(of, of_table);

struct parisc_device_id parisc_table[] = {
	{0xa, 0xff, 0xffff, 0x8c},
	{1, 2, 3, -1},
	{},
};
TABLE(parisc, parisc_table);

struct pci_device_id pci_table[] = {
	{0x8086, 0x10d3, -1, -1},
	{-1, -1, 1, 2, 0x0c0330, 0xffffff, 0, 1},
	{0x10de, -1, -1, -1, 0x030000, 0x0f0000},
	{1, 2, 3, 4, 0x0c0300, 0xffff00},
	{1, 2, 3, 4, 0, 0, 0, 2},
	{},
};
TABLE(pci, pci_table);

struct pcmcia_device_id pcmcia_table[] = {
	{0x153, 0x101, 0x589, 6, 7, 8, {0x12345678, 2, 0xabc, 4}},
	{0xfff, 1, 2, 3, 4, 5, {6, 7, 8, 9}},
	{},
};
TABLE(pcmcia, pcmcia_table);

struct platform_device_id platform_table[] = {
	{"s3c2410-i2c"},
	{},
};
TABLE(platform, platform_table);

struct pnp_device_id pnp_table[] = {
	{"PNPb006"},
	{"abC12fg"},
	{},
};
TABLE(pnp, pnp_table);

struct pnp_card_device_id pnp_card_table[] = {
	{"CTL0024", 0, {{"CTL0031"}, {"CTL0031"}, {"x"}}},
	{"CTL0025", 0, {{"CTL0031"}, {"CTL0099"}}},
	{},
};
TABLE(pnp_card, pnp_card_table);

struct rio_device_id rapidio_table[] = {
	{0x500, 0x38, 0xffff, 0xffff},
	{1, 2, 3, 4},
	{},
};
TABLE(rapidio, rapidio_table);

struct rpmsg_device_id rpmsg_table[] = {
	{"rpmsg-client"},
	{},
};
TABLE(rpmsg, rpmsg_table);

struct sdio_device_id sdio_table[] = {
	{0xff, 0x2d0, 0xffff},
	{1, 2, 3},
	{},
};
TABLE(sdio, sdio_table);

struct sdw_device_id sdw_table[] = {
	{0x25d, 0x700, 0, 1},
	{0x25d, 0x700, 3, 0},
	{},
};
TABLE(sdw, sdw_table);

struct serio_device_id serio_table[] = {
	{2, 0xff, 0, 0x15},
	{},
};
TABLE(serio, serio_table);

struct spi_device_id spi_table[] = {
	{"w25q80"},
	{},
};
TABLE(spi, spi_table);

struct ssam_device_id ssam_table[] = {
	{5, 1, 0x15, 2, 3, 0},
	{},
};
TABLE(ssam, ssam_table);

struct ssb_device_id ssb_table[] = {
	{0x4243, 0x812, 0xff},
	{},
};
TABLE(ssb, ssb_table);

struct tb_service_id tbsvc_table[] = {
	{3, "network", 1, 5, 6},
	{14, "x", 1, 2, 3},
	{},
};
TABLE(tbsvc, tbsvc_table);

struct tee_client_device_id tee_table[] = {
	{ID},
	{},
};
TABLE(tee, tee_table);

struct typec_device_id typec_table[] = {
	{0xff01, 7},
	{0xff01, 1},
	{},
};
TABLE(typec, typec_table);

struct ulpi_device_id ulpi_table[] = {
	{0x4cc, 0xabc},
	{},
};
TABLE(ulpi, ulpi_table);

struct usb_device_id usb_table[] = {
	{3, 0x46d, 0xc52b},
	{0x7f0, 0, 0, 0, 0, 0xff, 1, 2, 8, 6, 0x50, 3},
	{},
	RELEASES(0x100, 0x100),
	RELEASES(0, 0x9999),
	RELEASES(0, 0xffff),
	{7, 1, 2, 0x200, 0},
	{0xb, 1, 2, 0, 0x299},
	RELEASES(0x123, 0x456),
	RELEASES(0x110, 0x119),
	RELEASES(0xa0, 0xa9),
	RELEASES(1, 0xc),
	RELEASES(9, 0xa),
	RELEASES(0xb, 0xe),
	RELEASES(0x300, 0x200),
	RELEASES(0x1234, 0x9876),
	RELEASES(0x12ab, 0xfedc),
	RELEASES(0x9, 0x1000),
	RELEASES(0x99, 0x9990),
	{5, 1, 2, 0x9999},
	{5, 1, 2, 0xfff1},
	RELEASES(0, 0),
	RELEASES(5, 0x15),
	RELEASES(0x1999, 0x2000),
	{1, 0, 5},
	{},
};
TABLE(usb, usb_table);

struct vio_device_id vio_table[] = {
	{"net work", ""},
	{"a", "IBM,v lan"},
	{},
};
TABLE(vio, vio_table);

struct virtio_device_id virtio_table[] = {
	{1, -1},
	{},
};
TABLE(virtio, virtio_table);

struct hv_vmbus_device_id vmbus_table[] = {
	{ID},
	{},
};
TABLE(vmbus, vmbus_table);

struct wmi_device_id wmi_table[] = {
	{"05901221-D566-11D1-B2F0-00A0C9062910"},
	{"short"},
	{},
};
TABLE(wmi, wmi_table);

struct x86_cpu_id x86cpu_table[] = {
	{0, 6, 0x55, 0, 0, 1},
	{0xffff, 0, 0, 0, 0x80, 1},
	{},
};
TABLE(x86cpu, x86cpu_table);

struct zorro_device_id zorro_table[] = {
	{0x02020b00},
	{-1},
	{},
};
TABLE(zorro, zorro_table);

#ifdef CDX_ANY_ID /* Linux 6.12 */
struct cdx_device_id cdx_table[] = {
	{0x10ee, 0xffff, 0xffff, 1, 0x123456, 0xffffff, 0},
	{0x10ee, 2, 3, 4, 0, 0, 1},
	{},
};
TABLE(cdx, cdx_table);

struct vchiq_device_id vchiq_table[] = {
	{"bcm2835-audio"},
	{},
};
TABLE(vchiq, vchiq_table);

struct coreboot_device_id coreboot_table[] = {
	{0x31},
	{},
};
TABLE(coreboot, coreboot_table);

struct slim_device_id slim_table[] = {
	{0x217, 0x250, 1, 0},
	{},
};
TABLE(slim, slim_table);
#endif
